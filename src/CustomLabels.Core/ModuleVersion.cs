namespace CustomLabels;

/// <summary>The version of this module: the assemblies have the manifest's.</summary>
internal static class ModuleVersion
{
    /// <summary>Such as 1.0.0.</summary>
    public static string Text => typeof(ModuleVersion).Assembly.GetName().Version!.ToString(3);
}
