using System.Text;

namespace CustomLabels.Cli.Output;

/// <summary>YAML while it is written: it knows the column, which decides where long texts are folded.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder _text = new();

    /// <summary>Characters since the line's start.</summary>
    public int Column { get; private set; }

    /// <summary>Appends what has no line end.</summary>
    public void Put(string part)
    {
        _text.Append(part);
        Column += part.Length;
    }

    /// <summary>Appends one character, outside the first plane too.</summary>
    public void Put(int codePoint)
    {
        _text.Append(char.ConvertFromUtf32(codePoint));
        Column++;
    }

    /// <summary>Ends the line with any character that does so in YAML.</summary>
    public void Break(int codePoint = '\n')
    {
        Put(codePoint);
        Column = 0;
    }

    /// <summary>Goes to a column of this line.</summary>
    public void Indent(int column)
    {
        while (Column < column) Put(' ');
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
