using System;
using System.IO;
using System.Text.Json;

namespace CustomLabels.Annotations.Content;

/// <summary>Reads JSON of any size piece by piece: the elements of a list at the top, or the members of an object at the top, and of each member that is a list its elements.</summary>
/// <remarks>
/// Only one piece is held at a time. Of a text only the beginning is kept, so that a picture inside the JSON costs nothing. What a piece is made of is not checked
/// here: whoever reads it does so with a JSON reader.
/// </remarks>
internal sealed class JsonItemReader : IDisposable
{
    private readonly JsonBytes _bytes;
    private readonly string _file;
    private Place _place = Place.Start;
    private bool _needsComma;
    private bool _isAfterComma;

    /// <summary>Begins to read.</summary>
    /// <param name="content">The file.</param>
    public JsonItemReader(AnnotationContent content)
    {
        _file = content.Path;
        _bytes = new JsonBytes(content.OpenUtf8(), content.Path);
    }

    private enum Place
    {
        Start,
        List,
        Object,
        MemberList,
        End,
    }

    /// <summary>The member that the piece is, or is an element of; null in a list at the top.</summary>
    public string? Member { get; private set; }

    /// <summary>Whether it is only told that a member's list begins: there is no piece then.</summary>
    public bool IsListStart { get; private set; }

    /// <summary>The piece; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Item => _bytes.Kept;

    /// <summary>The line in which the piece begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Reads the next piece; false at the end.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public bool Read()
    {
        try
        {
            while (true)
            {
                var next = _bytes.PeekToken();
                Line = _bytes.Line;
                switch (_place)
                {
                    case Place.Start:
                        Begin(next);
                        break;
                    case Place.End:
                        return next < 0 ? false : throw Bad("there is text after the end");
                    case var _ when next < 0:
                        throw Bad("it ends too early");
                    case var _ when IsSeparator(next):
                        break;
                    case Place.Object:
                        if (ReadMember(next)) return true;
                        break;
                    default:
                        ReadValue();
                        IsListStart = false;
                        return true;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or System.Text.DecoderFallbackException or System.Text.EncoderFallbackException)
        {
            throw Bad("it is not JSON in UTF-8 or UTF-16");
        }
    }

    /// <summary>The piece as a document, which the caller disposes.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.AnnotationInvalid"/>.</exception>
    public JsonDocument ParseItem()
    {
        try
        {
            return JsonDocument.Parse(Item);
        }
        catch (JsonException e)
        {
            throw Bad(e.Message);
        }
    }

    /// <summary>An error in the piece.</summary>
    /// <param name="problem">What is wrong, without a full stop.</param>
    public CustomLabelsException Bad(string problem) => AnnotationErrors.InvalidAt(_file, Line, problem);

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private void Begin(int next)
    {
        if (next is not ('{' or '[')) throw Bad("it is neither an object nor a list of JSON");
        _bytes.Take();
        _place = next == '{' ? Place.Object : Place.List;
    }

    /// <summary>Takes a comma or an end; false where a value comes.</summary>
    private bool IsSeparator(int next)
    {
        if (next == ',')
        {
            if (!_needsComma) throw Bad("a comma is not expected");
            _needsComma = false;
            _isAfterComma = true;
            _bytes.Take();
            return true;
        }

        if (next == (_place == Place.Object ? '}' : ']'))
        {
            if (_isAfterComma) throw Bad("a value is expected after a comma");
            _bytes.Take();
            _needsComma = _place == Place.MemberList;
            _place = _place == Place.MemberList ? Place.Object : Place.End;
            return true;
        }

        if (_needsComma) throw Bad("a comma is expected");
        _isAfterComma = false;
        return false;
    }

    private bool ReadMember(int next)
    {
        if (next != '"') throw Bad("a member's name is expected");
        _bytes.KeepValue();
        Member = JsonText.Of(_bytes.Kept.Span);
        if (_bytes.PeekToken() != ':') throw Bad("a colon is expected after a member's name");
        _bytes.Take();
        if (_bytes.PeekToken() != '[')
        {
            ReadValue();
            IsListStart = false;
            return true;
        }

        _bytes.Take();
        _bytes.KeepNothing();
        _place = Place.MemberList;
        IsListStart = true;
        return true;
    }

    private void ReadValue()
    {
        _bytes.KeepValue();
        _needsComma = true;
    }
}
