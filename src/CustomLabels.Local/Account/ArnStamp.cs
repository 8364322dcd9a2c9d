namespace CustomLabels.Local.Account;

/// <summary>The numbers that the ARNs of this account end in.</summary>
/// <remarks>
/// The service's are the time of creation in milliseconds since 1970: 13 digits, and others for a project than for its versions. Here they are the same each time, so that
/// a script can have an ARN in it; and different, so that a client that cuts one out of the other is found out.
/// </remarks>
internal static class ArnStamp
{
    /// <summary>Of model versions: the beginning of 2026, when the first one was created.</summary>
    public const string Version = "1767225600000";

    /// <summary>Of projects: half an hour before.</summary>
    public const string Project = "1767223800000";

    /// <summary>Of datasets: a quarter of an hour before.</summary>
    public const string Dataset = "1767224700000";
}
