using System;
using System.IO;

namespace CustomLabels.Tests;

/// <summary>The folder of cases that lies beside the checkout, where there is one.</summary>
internal static class SharedFolder
{
    /// <summary>The full path of a folder or file in it, whether or not it is there.</summary>
    public static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CustomLabels.slnx"))) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", relative);
    }
}
