using System;
using System.IO;
using System.Reflection;

namespace CustomLabels.Loading;

/// <summary>An assembly of this module that is loaded when it is first needed, with what it takes from others, apart from every other module's copies.</summary>
/// <param name="folder">The folder it lies in, below the module's assemblies.</param>
/// <param name="name">The assembly's name.</param>
/// <param name="check">Looks at that folder before anything of it is loaded, and throws where it can't be used.</param>
internal sealed class PrivateLibrary(string folder, string name, Action<string>? check = null)
{
    private readonly Lazy<Assembly> _assembly = new(() => Load(Path.Combine(Path.GetDirectoryName(typeof(PrivateLibrary).Assembly.Location)!, folder), name, check));

    /// <summary>Makes the one object through which the cmdlets speak to a part of it.</summary>
    /// <typeparam name="T">An interface of Core's.</typeparam>
    /// <param name="type">The class behind it, in the assembly's own namespace.</param>
    public Lazy<T> Door<T>(string type) => new(() => (T)Activator.CreateInstance(_assembly.Value.GetType($"{name}.{type}", throwOnError: true)!)!);

#if NETFRAMEWORK
    // By its path alone, as DesktopResolver does for what it needs: in no context in which another module's copy could be met.
    private static Assembly Load(string folder, string name, Action<string>? check)
    {
        check?.Invoke(folder);
        return Assembly.LoadFile(Path.Combine(folder, $"{name}.dll"));
    }
#else
    private static Assembly Load(string folder, string name, Action<string>? check)
    {
        var rest = Rest(folder);
        // Not every library is compiled beforehand.
        if (rest is not null && !File.Exists(Path.Combine(folder, $"{name}.dll"))) (folder, rest) = (rest, null);
        check?.Invoke(folder);
        return new PrivateLoadContext(folder, name, rest).LoadFromAssemblyPath(Path.Combine(folder, $"{name}.dll"));
    }

    // The folder of assemblies that are compiled beforehand lies below that of all of them: docs/decisions/ready-to-run.md.
    private static string? Rest(string folder)
    {
        var rest = Path.Combine(folder, "..", "..", Path.GetFileName(folder));
        return Directory.Exists(rest) ? Path.GetFullPath(rest) : null;
    }
#endif
}
