using System;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using CustomLabels.Cli.Output;
using CustomLabels.Images;

namespace CustomLabels.Cli.Input;

/// <summary>The value of -CliInputJson or -CliInputYaml: the text itself, or the path of a file that has it.</summary>
/// <remarks>JSON text begins with {. YAML text does too, or has a line break or a colon with white space behind it. Everything else, and what
/// begins with file:// or fileb://, is a path.</remarks>
internal sealed class CliInputArgument
{
    // Far more than an image as base64 needs, and nothing that fills memory when a path is mistaken.
    private const int MaxLength = 32 * 1024 * 1024;

    private static readonly string[] FilePrefixes = ["file://", "fileb://"];

    // Throws on bytes that are no UTF-8: a wrong character must not become another key's name.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Regex YamlText = new(@"\A\s*\{|[\r\n]|:(\s|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private readonly string _parameter;
    private readonly string _value;
    private readonly string _why;
    private readonly string _language;
    private readonly Func<string, InputValue> _parse;

    private CliInputArgument(string parameter, string value, string language, bool isText, string textIs, Func<string, InputValue> parse)
    {
        (_parameter, _value, _language, _parse) = (parameter, value, language, parse);
        var prefix = Array.Find(FilePrefixes, prefix => value.StartsWith(prefix, StringComparison.Ordinal));
        Path = prefix is not null ? value.Substring(prefix.Length) : isText ? null : value;
        _why = prefix is not null ? $"it begins with {prefix}" : $"{language} text {textIs}";
    }

    /// <summary>The path of the file, not resolved; null where the value is the text itself.</summary>
    public string? Path { get; }

    /// <summary>The value of -CliInputJson.</summary>
    /// <param name="value">As it was given.</param>
    public static CliInputArgument Json(string value) =>
        new("-CliInputJson", value, "JSON", value.TrimStart().StartsWith("{", StringComparison.Ordinal), "begins with {", JsonInput.Parse);

    /// <summary>The value of -CliInputYaml.</summary>
    /// <param name="value">As it was given.</param>
    /// <param name="parser">Reads YAML; asked for only when there is something to read.</param>
    public static CliInputArgument Yaml(string value, Func<IYamlParser> parser) =>
        new("-CliInputYaml", value, "YAML", YamlText.IsMatch(value), "has a line break or a colon with white space behind it, or begins with {", text => parser().Parse(text));

    /// <summary>The request that the text holds.</summary>
    /// <param name="format">How text holds bytes.</param>
    /// <exception cref="CustomLabelsException">It is malformed, or a member is unknown, of the wrong type or out of range (<see cref="ErrorId.RequestInvalid"/>).</exception>
    public CliRequest ReadText(CliBinaryFormat format) => Read(_value, $"{_parameter} (taken for text)", format);

    /// <summary>The request that the file holds.</summary>
    /// <param name="fullPath">The file's absolute path.</param>
    /// <param name="format">How text holds bytes.</param>
    /// <exception cref="CustomLabelsException">As for text; or the file can't be read, is too large or isn't UTF-8 (<see cref="ErrorId.RequestInvalid"/>).</exception>
    public CliRequest ReadFile(string fullPath, CliBinaryFormat format)
    {
        string text;
        try
        {
            using var stream = RegularFile.Open(fullPath);
            if (stream.Length > MaxLength) throw Unreadable($"The file has {ImageLimits.Count(stream.Length)} bytes, and {ImageLimits.Count(MaxLength)} are allowed.");
            // A byte order mark is passed over; UTF-16 with one, which Windows PowerShell's > writes, is read as such.
            using var reader = new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable("The file is not UTF-8 text.");
        }
        catch (Exception exception) when (ImageErrors.IsNotThere(fullPath, exception))
        {
            throw Unreadable("There is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Unreadable(VisibleText.Of(exception.Message));
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.ImageIsFolder)
        {
            throw Unreadable("It is a folder, and a file is needed.");
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.ImageUnreadable)
        {
            throw Unreadable(exception.Message);
        }

        return Read(text, $"{_parameter} '{VisibleText.Of(fullPath)}'", format);
    }

    /// <summary>The error of a path that can't be read.</summary>
    /// <param name="reason">Why, as a sentence, safe to print.</param>
    public CustomLabelsException Unreadable(string reason) => new(CliInputErrors.Unreadable(_parameter, _value, _why, reason));

    private CliRequest Read(string text, string source, CliBinaryFormat format)
    {
        InputValue input;
        try
        {
            input = _parse(text);
        }
        catch (InputSyntaxException exception)
        {
            throw new CustomLabelsException(CliInputErrors.Malformed(source, $"not {_language}: {exception.Message}"), exception);
        }

        return CliRequestReader.Read(input, source, format);
    }
}
