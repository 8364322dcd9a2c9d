namespace CustomLabels.Api.Transport;

/// <summary>A region of AWS.</summary>
/// <param name="SystemName">Its name for machines, such as <c>eu-west-1</c>.</param>
/// <param name="DisplayName">Its name for people, such as <c>Europe (Ireland)</c>.</param>
/// <param name="HasRekognition">Whether Rekognition is known to be there. That it is not known doesn't say that it isn't: services come to new regions.</param>
internal sealed record AwsRegion(string SystemName, string DisplayName, bool HasRekognition);
