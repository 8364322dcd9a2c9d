using System;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;

namespace CustomLabels.Aws.Credentials;

/// <summary>The JSON object that a process prints, and the endpoints of machines answer.</summary>
internal static class KeyAnswer
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true };

    /// <summary>The object; null when the text is not one. The reason is not told: it may show a part of a key.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The keys of an object, and until when they are good. Without an <c>Expiration</c>, or with null for it, they last.</summary>
    /// <param name="answer">The object.</param>
    /// <param name="tokenName">What it calls the session token.</param>
    /// <param name="source">Where it comes from, for people.</param>
    /// <exception cref="AmazonClientException">A member is of another type than a key is.</exception>
    /// <exception cref="CustomLabelsException">A key is missing, or can't be one.</exception>
    public static RefreshingAWSCredentials.CredentialsRefreshState Read(JsonElement answer, string tokenName, string source)
    {
        var keys = CheckedKeys.Of(Text(answer, "AccessKeyId"), Text(answer, "SecretAccessKey"), Text(answer, tokenName), source);
        if (Text(answer, "Expiration") is not { Length: > 0 } expiration)
            return new RefreshingAWSCredentials.CredentialsRefreshState(keys, DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));

        return DateTime.TryParse(expiration, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var expires)
            ? new RefreshingAWSCredentials.CredentialsRefreshState(keys, expires)
            : throw new AmazonClientException("The answer is malformed JSON: its Expiration is not a time.");
    }

    private static string? Text(JsonElement answer, string name) => !answer.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new AmazonClientException($"The answer is malformed JSON: its {name} is not text.");
}
