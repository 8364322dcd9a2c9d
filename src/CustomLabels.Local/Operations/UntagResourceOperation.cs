using System;
using CustomLabels.Api.Protocol;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers UntagResource. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class UntagResourceOperation : IOperation
{
    private readonly ResourceTags _tags;

    /// <summary>An operation with an account's tags.</summary>
    public UntagResourceOperation(ResourceTags tags) => _tags = tags;

    /// <inheritdoc/>
    public string Name => OperationNames.UntagResource;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        var (arn, keys) = RequestDocument.Read(body, members => (members.Text("ResourceArn"), members.Texts("TagKeys")));
        var constraints = new Constraints();
        constraints.ResourceArn(arn);
        constraints.Required(keys is not null, "tagKeys");
        constraints.List(keys, "tagKeys", 0, ResourceTags.Quota, TextConstraint.TagKey);
        constraints.Check();
        _tags.Remove(arn!, keys!);
        return AnswerWriter.Nothing();
    }
}
