using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CustomLabels.Aws.Profiles;

/// <summary>One of the two shared AWS files.</summary>
internal sealed class ProfileFile
{
    private ProfileFile(string path, IReadOnlyList<FileSection> sections, string? fault)
    {
        Path = path;
        Sections = sections;
        Fault = fault;
    }

    /// <summary>Where it is, or would be.</summary>
    public string Path { get; }

    /// <summary>Its sections, as they stand there.</summary>
    public IReadOnlyList<FileSection> Sections { get; }

    /// <summary>Why it can't be read, or what is wrong before its first section; null when nothing is.</summary>
    public string? Fault { get; }

    /// <summary>Reads a file; one that is not there is empty.</summary>
    public static ProfileFile Read(string path)
    {
        try
        {
            // Read, not asked for: a file in a folder that can't be entered is not one that isn't there. It may name the endpoint.
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ProfileFile(path, [], fault: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ProfileFile(path, [], $"{path} can't be read: {e.Message.TrimEnd('.')}");
        }
    }

    /// <summary>Makes a file of its text.</summary>
    public static ProfileFile Parse(string path, string text)
    {
        var sections = FileSyntax.Read(text);
        var fault = sections.Select(static section => section.Header is null ? section.Fault : null).FirstOrDefault(static fault => fault is not null);
        return new ProfileFile(path, sections, fault is null ? null : Describe(fault, path));
    }

    /// <summary>A fault for people.</summary>
    public static string Describe(FileFault fault, string file) => $"Line {fault.Line} of {file}: {fault.What}";
}
