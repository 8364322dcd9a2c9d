using System.Management.Automation;

namespace CustomLabels.Parameters;

/// <summary>Keeps keys that were given as parameters out of records.</summary>
internal static class BoundKeys
{
    private static readonly string[] Names = ["AccessKey", "SecretKey", "SessionToken", "Credential"];

    /// <summary>Takes the keys out of the bound parameters: every error, verbose and debug record refers to those, and whoever saves one as JSON saves them.</summary>
    /// <param name="invocation">The command's own; its properties keep the keys.</param>
    public static void Forget(InvocationInfo invocation)
    {
        foreach (var name in Names) invocation.BoundParameters.Remove(name);
    }
}
