using System;
using System.Threading.Tasks;
using Amazon.Runtime;
using CustomLabels.Aws.Client;
using CustomLabels.Aws.Settings;

namespace CustomLabels.Aws.Credentials;

/// <summary>The places of the SDK's own search, in its order: https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html.</summary>
/// <remarks>Walked here because the SDK does not tell which place it was, and passes over one that fails: a night job whose sign-in has expired
/// would be told of the EC2 instance metadata, or run with the machine's credentials instead of its own.</remarks>
internal static class DefaultChain
{
    private const string TokenFile = "AWS_WEB_IDENTITY_TOKEN_FILE";
    private const string RoleArn = "AWS_ROLE_ARN";
    private const string Disabled = "AWS_EC2_METADATA_DISABLED";

    // All but the last place are variables and files. Where there is no instance metadata the SDK would go on trying for half a minute.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Whether the environment names a web identity: that comes before any profile.</summary>
    public static bool HasWebIdentity => Setting.FindInEnvironment(TokenFile) is not null;

    /// <summary>Finds credentials, within seconds.</summary>
    /// <param name="clients">For roles and single sign-on.</param>
    /// <exception cref="CustomLabelsException">There are none.</exception>
    public static Task<FoundCredentials> FindAsync(OwnClients clients) => FindAsync(clients, Limit);

    internal static async Task<FoundCredentials> FindAsync(OwnClients clients, TimeSpan limit)
    {
        if (EnvironmentKeys.Find() is { } keys)
            return new FoundCredentials(EnvironmentKeys.Source, new FixedCredentials(keys), "Correct or remove AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.");

        if (Setting.FindInEnvironment(TokenFile) is { } tokenFile)
        {
            return Setting.FindInEnvironment(RoleArn) is { } role
                ? WebIdentity(tokenFile, role, clients)
                : throw EnvironmentKeys.Half(TokenFile, RoleArn);
        }

        var (profile, whyNoProfile) = NamedProfile.FindDefault();
        if (profile is not null)
            return profile.GetCredentials(clients);

        if (ContainerCredentials.AreThere)
            return Container();

        var (instance, whyNoInstance) = await InstanceAsync(limit).ConfigureAwait(false);
        return instance ?? throw CredentialErrors.Missing(
            "No AWS credentials were found in the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
            + "the web identity of AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN, "
            + $"the profile '{ProfileName.Default}' ({whyNoProfile}), "
            + "the container endpoint of AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI, "
            + $"and the EC2 instance metadata ({whyNoInstance}).");
    }

    private static FoundCredentials WebIdentity(Setting tokenFile, Setting role, OwnClients clients)
    {
        const string Source = "the web identity of AWS_WEB_IDENTITY_TOKEN_FILE";
        const string Remedy = "Check AWS_WEB_IDENTITY_TOKEN_FILE, AWS_ROLE_ARN, and that the role trusts the token's issuer.";
        var session = Setting.FindInEnvironment("AWS_ROLE_SESSION_NAME")?.Value;
        return Made(Source, () => new WebIdentityCredentials(HomeFolder.Expand(tokenFile), role.Value, session, clients), Remedy);
    }

    private static FoundCredentials Container()
    {
        const string Remedy = "Check those variables, AWS_CONTAINER_AUTHORIZATION_TOKEN or its _FILE, and that the container has a role.";
        return Made(ContainerCredentials.Source, static () => new ContainerCredentials(), Remedy);
    }

    private static FoundCredentials Made(string source, Func<AWSCredentials> make, string remedy)
    {
        try
        {
            return new FoundCredentials(source, make(), remedy);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or AmazonClientException)
        {
            throw CredentialErrors.Missing($"No credentials could be obtained from {source}: {FailureText.Of(e)}", remedy);
        }
    }

    private static async Task<(FoundCredentials? Found, string WhyNot)> InstanceAsync(TimeSpan limit)
    {
        if (string.Equals(Setting.FindInEnvironment(Disabled)?.Value, "true", StringComparison.OrdinalIgnoreCase))
            return (null, $"switched off by {Disabled}");

        var credentials = new InstanceCredentials(ProfileSettings.Read(ProfileName.Default, location: null));
        var search = Task.Run(credentials.GetCredentialsAsync);
        if (await Task.WhenAny(search, Task.Delay(limit)).ConfigureAwait(false) != search)
            return (null, $"no answer within {limit.TotalSeconds} s");

        try
        {
            await search.ConfigureAwait(false);
            return (new FoundCredentials(InstanceCredentials.Source, credentials, "Check that the instance still has a role."), "");
        }
        catch (Exception e) when (e is not CustomLabelsException)
        {
            return (null, "it has none, or is not there");
        }
    }
}
