using CustomLabels.Api.Generated;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Operations;

/// <summary>Answers what is asked about tags.</summary>
internal sealed class TagOperations(ResourceTags tags)
{
    /// <summary>Answers TagResource.</summary>
    public TagResourceResponse Tag(TagResourceRequest request)
    {
        tags.Add(request.ResourceArn!, request.Tags!);
        return new TagResourceResponse();
    }

    /// <summary>Answers UntagResource.</summary>
    public UntagResourceResponse Untag(UntagResourceRequest request)
    {
        tags.Remove(request.ResourceArn!, request.TagKeys!);
        return new UntagResourceResponse();
    }

    /// <summary>Answers ListTagsForResource.</summary>
    public ListTagsForResourceResponse List(ListTagsForResourceRequest request) => new() { Tags = tags.List(request.ResourceArn!) };
}
