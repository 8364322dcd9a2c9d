namespace CustomLabels.Package.Tests.Desktop;

/// <summary>Where a reference of an assembly finds its assembly.</summary>
internal enum Origin
{
    /// <summary>.NET Framework 4.7.2 itself.</summary>
    Framework,

    /// <summary>Windows PowerShell 5.1.</summary>
    PowerShell,

    /// <summary>A file of the module, of exactly the version that is asked for.</summary>
    Shipped,

    /// <summary>A newer file of the module: only its resolver finds it.</summary>
    Resolver,
}
