using System;
using System.IO;
using Xunit;

namespace CustomLabels.Aws.Tests;

/// <summary>A test of data that belongs to others and is not committed: it lies in a folder <c>shared</c> beside the checkout, where it is there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="path">The file, below <c>shared</c>.</param>
    public SharedFactAttribute(string path)
    {
        if (Find(path) is null) Skip = $"../shared/{path} is not beside this checkout.";
    }

    /// <summary>Full path of the file; null where it is not there.</summary>
    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CustomLabels.slnx")))
                return Path.Combine(folder.Parent!.FullName, "shared", path) is var found && File.Exists(found) ? found : null;
        }

        return null;
    }
}
