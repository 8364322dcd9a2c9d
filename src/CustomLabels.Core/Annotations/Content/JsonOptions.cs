using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomLabels.Annotations.Content;

/// <summary>How JSON is written: names in their own letters, and no line more than the format has.</summary>
internal static class JsonOptions
{
    /// <summary>On one line. The text is a file's, and never inside a page of HTML, for which the default escapes far more.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
