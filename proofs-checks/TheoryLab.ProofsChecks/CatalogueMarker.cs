namespace TheoryLab.ProofsChecks;

/// <summary>Names the assembly that holds the catalogue.</summary>
public static class CatalogueMarker;
