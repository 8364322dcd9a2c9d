using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CustomLabels.Annotations.Content;

namespace CustomLabels.Annotations.Csv;

/// <summary>Reads rows of CSV (RFC 4180): a field in quotes may hold separators, line ends and, doubled, quotes.</summary>
/// <param name="content">The file.</param>
internal sealed class CsvRows(AnnotationContent content)
{
    private const int MostField = 65536;
    private const int MostFields = 10_000;

    /// <summary>The separators that are looked for, in the order in which they are preferred.</summary>
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The rows and the lines in which they begin; empty lines are passed over.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public IEnumerable<(string[] Fields, int Line)> Read()
    {
        using var reader = content.OpenText();
        var separator = '\0';
        var line = 1;
        var row = new List<string>();
        while (true)
        {
            var start = line;
            var isEnd = !Next(reader, row, ref separator, ref line);
            if (row.Count > 1 || (row.Count == 1 && row[0].Length > 0)) yield return (row.ToArray(), start);
            if (isEnd) yield break;
        }
    }

    private bool Next(TextReader reader, List<string> row, ref char separator, ref int line)
    {
        row.Clear();
        var start = line;
        var field = new StringBuilder();
        var isQuoted = false;
        try
        {
            while (true)
            {
                var next = reader.Read();
                if (next < 0)
                {
                    if (isQuoted) throw Bad(start, "a quote has no end");
                    row.Add(field.ToString());
                    return false;
                }

                var letter = (char)next;
                if (isQuoted)
                {
                    if (letter == '\n') line++;
                    if (letter != '"') field.Append(letter);
                    else if (reader.Peek() == '"') field.Append((char)reader.Read());
                    else isQuoted = false;
                }
                else if (letter == '"' && IsBlank(field))
                {
                    field.Clear();
                    isQuoted = true;
                }
                else if (letter == '\n')
                {
                    line++;
                    row.Add(field.ToString());
                    return true;
                }
                else if (letter == separator || (separator == '\0' && Array.IndexOf(Separators, letter) >= 0))
                {
                    separator = letter;
                    row.Add(field.ToString());
                    field.Clear();
                    if (row.Count > MostFields) throw Bad(start, FormattableString.Invariant($"a row has over {MostFields} fields"));
                }
                else if (letter != '\r' || reader.Peek() != '\n')
                {
                    field.Append(letter);
                }

                if (field.Length > MostField) throw Bad(start, FormattableString.Invariant($"a field has over {MostField} characters"));
            }
        }
        catch (DecoderFallbackException)
        {
            throw AnnotationErrors.InvalidAt(content.Path, line: null, "It is neither UTF-8 nor UTF-16 with a byte order mark");
        }
        catch (IOException e)
        {
            throw new CustomLabelsException(AnnotationErrors.Unreadable(content.Path, e.Message), e);
        }
    }

    // Roboflow writes a blank after each comma.
    private static bool IsBlank(StringBuilder field)
    {
        for (var i = 0; i < field.Length; i++) if (field[i] != ' ') return false;
        return true;
    }

    private CustomLabelsException Bad(int line, string problem) => AnnotationErrors.InvalidAt(content.Path, line, problem);
}
