namespace CustomLabels.Api.Transport;

/// <summary>What requests are signed with.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="SecretKey">The secret access key.</param>
/// <param name="SessionToken">The session token of temporary keys; null for others.</param>
internal sealed record AccessKeys(string AccessKey, string SecretKey, string? SessionToken)
{
    // A record prints every member; these are secrets.
    /// <summary>Never the keys.</summary>
    public override string ToString() => SessionToken is null ? "access keys" : "temporary access keys";
}
