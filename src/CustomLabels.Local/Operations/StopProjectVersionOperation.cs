using System;
using CustomLabels.Api.Protocol;
using CustomLabels.Arns;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers StopProjectVersion. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class StopProjectVersionOperation : IOperation
{
    private readonly AwsAccount _account;

    /// <summary>An operation with an account.</summary>
    public StopProjectVersionOperation(AwsAccount account) => _account = account;

    /// <inheritdoc/>
    public string Name => OperationNames.StopProjectVersion;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        var arn = RequestDocument.Read(body, members => members.Text("ProjectVersionArn"));
        var constraints = new Constraints();
        constraints.ProjectVersionArn(arn);
        constraints.Check();
        return AnswerWriter.Status(_account.Stop(arn!));
    }
}
