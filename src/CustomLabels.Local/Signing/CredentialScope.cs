using CustomLabels.Api.Transport;

namespace CustomLabels.Local.Signing;

/// <summary>What a signature is valid for, with the access key it was made with.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="Date">The day, <c>YYYYMMDD</c>.</param>
/// <param name="Region">The region.</param>
/// <param name="Service">The service's signing name.</param>
/// <param name="Terminator">Always <c>aws4_request</c> in a good one.</param>
internal sealed record CredentialScope(string AccessKey, string Date, string Region, string Service, string Terminator)
{
    /// <summary>The scope as the string to sign has it.</summary>
    public string Text => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Reads <c>keyid/date/region/service/term</c>.</summary>
    /// <exception cref="ServiceException"><c>IncompleteSignatureException</c>: it has not five parts.</exception>
    public static CredentialScope Read(string credential)
    {
        var parts = credential.TrimEnd('/').Split('/');
        return parts.Length == 5 ? new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4]) : throw SignatureErrors.CredentialMalformed(credential);
    }
}
