namespace CustomLabels.Api.Transport;

/// <summary>An operation of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Name">The operation's name, such as <c>DetectCustomLabels</c>.</param>
/// <param name="IsRepeatable">Whether asking twice comes to the same as asking once. Where it doesn't, a request whose answer got lost is not sent again.</param>
internal sealed record ServiceOperation(AwsService Service, string Name, bool IsRepeatable);
