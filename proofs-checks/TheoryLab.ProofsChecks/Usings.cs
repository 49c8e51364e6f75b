global using TheoryLab.Claims;
global using TheoryLab.Core;
global using TheoryLab.Solvers;
global using TheoryLab.WorstCase;
