using System.Text.Json;

namespace CustomLabels.Detection.Journal;

/// <summary>What a line tells of the picture that was sent in place of one that is too large.</summary>
internal static class JournalSent
{
    private const string Member = "Sent";

    /// <summary>Writes it as a member of the line.</summary>
    public static void Write(Utf8JsonWriter json, SentPicture sent)
    {
        json.WriteStartObject(Member);
        json.WriteNumber(nameof(sent.Length), sent.Length);
        json.WriteNumber(nameof(sent.Width), sent.Width);
        json.WriteNumber(nameof(sent.Height), sent.Height);
        if (sent.Sha256 is not null) json.WriteString(nameof(sent.Sha256), sent.Sha256);
        json.WriteEndObject();
    }

    /// <summary>Reads the member's value.</summary>
    public static SentPicture Read(ref Utf8JsonReader json)
    {
        var sent = new SentPicture(0, 0, 0);
        JournalJson.Enter(ref json);
        while (JournalJson.NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case nameof(sent.Length): sent = sent with { Length = json.GetInt64() }; break;
                case nameof(sent.Width): sent = sent with { Width = json.GetInt32() }; break;
                case nameof(sent.Height): sent = sent with { Height = json.GetInt32() }; break;
                case nameof(sent.Sha256): sent = sent with { Sha256 = json.GetString() }; break;
                default: json.Skip(); break;
            }
        }

        return sent;
    }
}
