using System;
using CustomLabels.Api.Protocol;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers TagResource. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class TagResourceOperation : IOperation
{
    private readonly ResourceTags _tags;

    /// <summary>An operation with an account's tags.</summary>
    public TagResourceOperation(ResourceTags tags) => _tags = tags;

    /// <inheritdoc/>
    public string Name => OperationNames.TagResource;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        var (arn, tags) = RequestDocument.Read(body, members => (members.Text("ResourceArn"), members.Map("Tags")));
        var constraints = new Constraints();
        constraints.ResourceArn(arn);
        constraints.Required(tags is not null, "tags");
        constraints.Map(tags, "tags", 0, ResourceTags.Quota, TextConstraint.TagKey, TextConstraint.TagValue);
        constraints.Check();
        _tags.Add(arn!, tags!);
        return AnswerWriter.Nothing();
    }
}
