using System;
using System.IO;
using CustomLabels.Cli;
using CustomLabels.Cli.Input;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CustomLabels.Aws.Yaml;

/// <summary>Reads YAML with YamlDotNet's parser. What scalars are is decided by <see cref="YamlScalar"/>, not by YamlDotNet.</summary>
internal sealed class YamlParser : IYamlParser
{
    /// <inheritdoc/>
    public InputValue Parse(string text)
    {
        var parser = new Parser(new StringReader(text ?? throw new ArgumentNullException(nameof(text))));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return new InputValue(InputKind.Null);
            RequireVersion(parser.Consume<DocumentStart>());
            var value = new YamlComposer(parser).Compose();
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second)) throw YamlErrors.At(second!.Start, "a second document begins, and one is allowed");
            return value;
        }
        catch (YamlException exception)
        {
            throw YamlErrors.At(exception.Start, exception.Message, exception);
        }
        // YamlDotNet trips over some damage itself: a tag that is no URI, text after the last document.
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw YamlErrors.At(parser.Current?.End ?? Mark.Empty, "what comes after this can't be read", exception);
        }
    }

    // YAML 1.1 reads 017 as fifteen and yes as true.
    private static void RequireVersion(DocumentStart document)
    {
        if (document.Version is { } directive && (directive.Version.Major, directive.Version.Minor) != (1, 2))
            throw YamlErrors.At(directive.Start, "only YAML 1.2 is read; take the %YAML line out and check the values");
    }
}
