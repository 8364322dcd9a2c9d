using CustomLabels.Binding;
using CustomLabels.Images;

namespace CustomLabels.Commands;

/// <content>Hands images to the run.</content>
public sealed partial class InvokeRKCustomLabelDetectionCommand
{
    private void Post(ImageInput input)
    {
        if (input.Error is { } error)
        {
            PostFailed(input.Image, error);
            return;
        }

        try
        {
            _pump!.Post(WithJournalTag(Request(input.Image)));
            // A stream is its owner's again, to close or to read on, when this returns.
            if (input.Image is StreamImage) _pump.Settle();
        }
        catch (CustomLabelsException exception) when (MyInvocation.BoundParameters.ContainsKey(nameof(ProjectVersionArn)))
        {
            // This image's own ARN is bad; the next one's may be good.
            PostFailed(input.Image, exception.Error);
        }
    }

    private void PostFailed(ImageSource image, CustomLabelsError error) => _pump!.Post(AppendToJournal(Unasked(image, error)));
}
