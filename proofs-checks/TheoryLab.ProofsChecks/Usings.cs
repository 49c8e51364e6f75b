global using TheoryLab.Claims;
global using TheoryLab.Solvers;
