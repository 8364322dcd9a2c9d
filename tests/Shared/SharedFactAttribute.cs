using System;
using System.IO;
using Xunit;

namespace CustomLabels.Tests;

/// <summary>A test of data that belongs to others and is not committed: it lies in a folder <c>shared</c> beside the checkout, where it is there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="path">The file, below <c>shared</c>.</param>
    public SharedFactAttribute(string path)
    {
        if (!File.Exists(SharedFolder.PathOf(path))) Skip = $"../shared/{path} is not beside this checkout.";
    }
}
