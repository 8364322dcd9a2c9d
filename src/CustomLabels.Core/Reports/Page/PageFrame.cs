using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CustomLabels.Reports.Page;

/// <summary>A page that needs nothing but itself, and lets nothing else in: of scripts and styles its policy allows those of this assembly, by their hashes; nothing
/// is loaded from anywhere but pictures from beside it.</summary>
/// <remarks>
/// Data never are code: they lie in blocks of JSON, which browsers don't run. <c>'self'</c> is, for a page from the disk, other files; from a file, nothing could be
/// fetched as data, which is why even large data are in the page and pictures alone beside it.
/// </remarks>
internal sealed class PageFrame
{
    private readonly string _style;
    private readonly string _script;

    /// <summary>A page.</summary>
    /// <param name="styles">Names of its style sheets, beside those that all pages have.</param>
    /// <param name="scripts">Names of its scripts, in order. They share their names, and nobody else has them.</param>
    public PageFrame(IEnumerable<string> styles, IEnumerable<string> scripts)
    {
        _style = string.Concat(Enumerable.Concat(["page.css"], styles).Select(PageResource.Text));
        _script = $"(() => {{\n'use strict';\n{string.Concat(Enumerable.Concat(["page.js"], scripts).Select(PageResource.Text))}}})();\n";
    }

    /// <summary>The page's policy (W3C, Content Security Policy Level 3).</summary>
    public string Policy => $"default-src 'none'; img-src 'self' data:; style-src {PageResource.Source(_style)}; script-src {PageResource.Source(_script)}; base-uri 'none'; form-action 'none'";

    /// <summary>Begins the page.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="title">The title, from outside.</param>
    public void Begin(TextWriter output, string title) => output.Write($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{PageText.Escaped(Policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta name="generator" content="CustomLabels {PageText.Of(ModuleVersion.Text)}">
        <title>{PageText.Of(title)}</title>
        <style>{_style}</style>
        </head>
        <body>

        """.Replace("\r\n", "\n"));

    /// <summary>A block of data.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="id">What the script finds it by.</param>
    /// <param name="write">Writes it, as <see cref="PageJson"/> makes it.</param>
    public static void Data(TextWriter output, string id, Action<TextWriter> write)
    {
        output.Write($"<script type=\"application/json\" id=\"{id}\">");
        write(output);
        output.Write("</script>\n");
    }

    /// <summary>The script: it runs when a browser has come here, with the data so far.</summary>
    public void Script(TextWriter output) => output.Write($"<script>{_script}</script>\n");

    /// <summary>Ends the page.</summary>
    public static void End(TextWriter output) => output.Write("</body>\n</html>\n");
}
