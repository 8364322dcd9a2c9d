using System.IO;
using System.Linq;
using System.Reflection;

namespace CustomLabels.Package.Tests;

/// <summary>Where the build put what is looked at here.</summary>
internal static class Places
{
    /// <summary>The module as it ships.</summary>
    public static string Module { get; } = Of(nameof(Module));

    /// <summary>The reference assemblies of .NET Framework 4.7.2.</summary>
    public static string Framework { get; } = Of(nameof(Framework));

    /// <summary>The reference assembly of Windows PowerShell 5.1.</summary>
    public static string PowerShell { get; } = Of(nameof(PowerShell));

    /// <summary>The folder of the projects that ship.</summary>
    public static string Source { get; } = Of(nameof(Source));

    /// <summary>The lists of what is public, which are committed.</summary>
    public static string PublicApi { get; } = Of(nameof(PublicApi));

    /// <summary>How this was built, Release or Debug: the projects were built so, too.</summary>
    public static string Configuration { get; } = Value(nameof(Configuration));

    private static string Of(string name) => Path.GetFullPath(Value(name));

    private static string Value(string name) => typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(place => place.Key == name).Value!;
}
