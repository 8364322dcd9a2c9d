using System;
using CustomLabels.Api.Protocol;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers ListTagsForResource. Constraints are those of the botocore model rekognition/2016-06-27.</summary>
internal sealed class ListTagsForResourceOperation : IOperation
{
    private readonly ResourceTags _tags;

    /// <summary>An operation with an account's tags.</summary>
    public ListTagsForResourceOperation(ResourceTags tags) => _tags = tags;

    /// <inheritdoc/>
    public string Name => OperationNames.ListTagsForResource;

    /// <inheritdoc/>
    public byte[] Answer(ReadOnlySpan<byte> body)
    {
        var arn = RequestDocument.Read(body, members => members.Text("ResourceArn"));
        var constraints = new Constraints();
        constraints.ResourceArn(arn);
        constraints.Check();
        return AnswerWriter.Tags(_tags.List(arn!));
    }
}
