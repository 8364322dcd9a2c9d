using System;
using System.Collections.Generic;
using System.Linq;

namespace CustomLabels;

/// <summary>Why no picture can be decoded or drawn in this process.</summary>
internal static class ImagingErrors
{
    private const string WhatWorks = "Detection, journals, annotations, evaluation and reports work here; only what decodes or draws pictures doesn't.";

    /// <summary>The library that decodes and draws has no native part for this platform.</summary>
    /// <param name="platform">The runtime identifier of this process.</param>
    /// <param name="available">The runtime identifiers that there is one for.</param>
    public static CustomLabelsError Unavailable(string platform, IReadOnlyCollection<string> available) => new(
        ErrorId.ImagingUnavailable,
        $"Pictures can't be decoded or drawn in this process: the module has no native library for {platform}. It has one for {(available.Count > 0 ? string.Join(", ", available) : "no platform")}. {WhatWorks}",
        available.Contains(platform, StringComparer.Ordinal) || available.Count == 0
            ? "Install the module again: files of it are missing."
            : "Run this in PowerShell on one of these platforms. What counts is the process: a 32-bit PowerShell on 64-bit Windows is win-x86.") { Scope = ErrorScope.Run };

    /// <summary>Windows PowerShell can't load a native library from the folder.</summary>
    /// <param name="folder">The folder.</param>
    public static CustomLabelsError PathUnusable(string folder) => new(
        ErrorId.ImagingUnavailable,
        $"Pictures can't be decoded or drawn in this process: the module is in '{VisibleText.Of(folder)}', which has characters outside the system's code page, and Windows PowerShell loads no native library from there. {WhatWorks}",
        "Install the module for all users (-Scope AllUsers), or use PowerShell 7.") { Scope = ErrorScope.Run };
}
