using System;
using CustomLabels.Api.Protocol;
using CustomLabels.Arns;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers StartProjectVersion. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class StartProjectVersionOperation : IOperation
{
    private readonly AwsAccount _account;

    /// <summary>An operation with an account.</summary>
    public StartProjectVersionOperation(AwsAccount account) => _account = account;

    /// <inheritdoc/>
    public string Name => OperationNames.StartProjectVersion;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        var (arn, min, max) = RequestDocument.Read(body, members => (members.Text("ProjectVersionArn"), members.Whole("MinInferenceUnits"), members.Whole("MaxInferenceUnits")));
        var constraints = new Constraints();
        constraints.ProjectVersionArn(arn);
        constraints.Required(min is not null, "minInferenceUnits");
        constraints.AtLeast(min, "minInferenceUnits", 1);
        constraints.AtLeast(max, "maxInferenceUnits", 1);
        constraints.Check();
        return AnswerWriter.Status(_account.Start(arn!, min!.Value, max));
    }
}
