using System;
using System.Collections.Generic;
using CustomLabels.Arns;
using CustomLabels.Binding;

namespace CustomLabels.Commands;

/// <summary>The ARNs of the models that a run names: each name is looked up once, also one that is refused.</summary>
/// <param name="account">Looks them up.</param>
internal sealed class ModelArns(AccountClient account)
{
    private readonly Dictionary<string, (ProjectVersionArn? Arn, CustomLabelsError? Error)> _known = new(StringComparer.Ordinal);

    /// <summary>The ARN of a model.</summary>
    /// <param name="text">The same, or project/version.</param>
    /// <exception cref="CustomLabelsException">There is none, it is neither, there is no such model, there is no region to ask in, or it can't be asked.</exception>
    public ProjectVersionArn Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new CustomLabelsException(ModelErrors.ArnMissing());
        if (ProjectVersionArn.TryParse(text) is { } given) return given;
        if (!_known.TryGetValue(text!, out var known)) _known.Add(text!, known = LookUp(text!));
        return known.Arn ?? throw new CustomLabelsException(known.Error!);
    }

    /// <summary>An ARN for a name where nothing may be asked.</summary>
    /// <exception cref="CustomLabelsException">There is none, or it is neither an ARN nor a name.</exception>
    public static ProjectVersionArn Sample(string? text, string? region)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new CustomLabelsException(ModelErrors.ArnMissing());
        var named = ModelSelector.ParseOne(text!);
        return named.Arn ?? ProjectVersionArn.Parse($"arn:aws:rekognition:{region ?? "us-east-1"}:123456789012:project/{named.Project.Text}/version/{named.Version!.Text}/1");
    }

    private (ProjectVersionArn? Arn, CustomLabelsError? Error) LookUp(string text)
    {
        try
        {
            return (account.Find(text).Model.Arn, null);
        }
        catch (CustomLabelsException exception) when (exception.Error.Id == ErrorId.AccessDenied)
        {
            // With the ARN nothing need be looked up.
            return (null, exception.Error with { Scope = ErrorScope.Model, RecommendedAction = $"{exception.Error.RecommendedAction} Or give the ARN instead of '{VisibleText.Of(text)}': then nothing is looked up." });
        }
        catch (CustomLabelsException exception)
        {
            return (null, exception.Error.Scope == ErrorScope.Image ? exception.Error with { Scope = ErrorScope.Model } : exception.Error);
        }
    }
}
