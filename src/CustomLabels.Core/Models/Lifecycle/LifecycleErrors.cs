using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Api.Generated;
using static System.FormattableString;

namespace CustomLabels.Models.Lifecycle;

/// <summary>Errors of models that are started, stopped and waited for. All are about one model: others go on.</summary>
internal static class LifecycleErrors
{
    /// <summary>Whether an answer to a start or a stop is about that model only.</summary>
    public static bool IsOfModel(CustomLabelsError error) => error.Id is ErrorId.RequestInvalid or ErrorId.AccessDenied;

    public static CustomLabelsError Gone(Model model) => New(
        ErrorId.ModelNotFound, $"There is no model '{model.Name}' any more.", "Get-RKModel lists the models.");

    public static CustomLabelsError NotThere(WatchedModel watched) => New(
        ErrorId.ModelNotFound,
        watched.Last is null ? $"There is no model '{watched.Name}' ({watched.Arn})." : $"'{watched.Name}' was deleted while it was waited for.",
        "Check name, region and account: Get-RKModel lists the models.");

    public static CustomLabelsError NotStartable(Model model) => New(
        ErrorId.ModelNotStartable, $"'{model.Name}' is {VisibleText.Of(model.Status)} and can't be started.{Reason(model)}", model.Status switch
        {
            ProjectVersionStatus.TrainingInProgress or ProjectVersionStatus.CopyingInProgress => $"Wait for it (Wait-RKModel {model.Name}), and start it then.",
            ProjectVersionStatus.TrainingFailed => "Correct what the message names, train a new version and start that one.",
            ProjectVersionStatus.CopyingFailed => "Copy it again.",
            ProjectVersionStatus.Deleting => "Start another version: Get-RKModel lists them.",
            _ => "Train a new version and start that one.",
        });

    public static CustomLabelsError StillStopping(Model model) => New(
        ErrorId.ModelNotStartable, $"'{model.Name}' is STOPPING and can't be started until it is STOPPED.", "Start it with -Wait: then it is waited for. Or run the command again later.");

    public static CustomLabelsError StartUnconfirmed(Model model, CustomLabelsError? cause) => New(
        ErrorId.AnswerLost,
        $"Whether '{model.Name}' was started is not known, and it counts as not started: its status was not seen to change for {Polling.Patience.TotalMinutes:0} minutes. {Sentence.Of(cause?.Message)}",
        $"Look at it (Get-RKModel {model.Name}), and start it again if it is not on. If it comes up later, it is billed until it is stopped: Stop-RKModel {model.ProjectVersionArn}");

    public static CustomLabelsError LimitExceeded(CustomLabelsError error, Model model, IReadOnlyList<Model> running) => error with
    {
        Message = $"'{model.Name}' was not started. {Sentence.Of(error.Message)} {Running(running)}",
        RecommendedAction = "Stop a model that nobody needs (Stop-RKModel), give fewer inference units, or ask AWS for a higher quota. Trying again changes nothing by itself.",
        Scope = ErrorScope.Model,
    };

    public static CustomLabelsError RefusedWhileStarting(Model model) => New(
        ErrorId.ModelNotStoppable,
        $"'{model.Name}' is STARTING, and the service lets it be stopped only when it is RUNNING. It is not stopped, and is billed when it runs.",
        $"Stop it with -Wait: then RUNNING is waited for, and it is stopped. Or run Stop-RKModel {model.ProjectVersionArn} again later.");

    public static CustomLabelsError StopUnconfirmed(Model model, CustomLabelsError? cause) => New(
        cause?.Id == ErrorId.AnswerLost ? ErrorId.AnswerLost : ErrorId.ModelNotStoppable,
        $"Whether '{model.Name}' is stopped is not known: its status was not seen to change for {Polling.Patience.TotalMinutes:0} minutes. {Sentence.Of(cause?.Message)}",
        $"It may run, and be billed. Look at it (Get-RKModel {model.Name}), and stop it again: Stop-RKModel {model.ProjectVersionArn}");

    public static CustomLabelsError Failed(Model model) => New(
        ErrorId.WaitFailed, $"'{model.Name}' is {VisibleText.Of(model.Status)}.{Reason(model)}", "Correct what the message names and try again; a FAILED model may be started again.");

    public static CustomLabelsError SettledElsewhere(Model model, IReadOnlyList<string> wanted) => New(
        ErrorId.WaitFailed,
        $"'{model.Name}' is {VisibleText.Of(model.Status)}, which does not change by itself; {string.Join(" or ", wanted)} was waited for.{Reason(model)}",
        "Do first what leads to that status, such as Start-RKModel or Stop-RKModel, and wait then.");

    public static CustomLabelsError TimedOut(WatchedModel watched, TimeSpan now)
    {
        var waited = Invariant($"{(now - watched.Began).TotalSeconds:0.#} s");
        var status = watched.Last?.Status is { } last ? VisibleText.Of(last) : "status unknown";
        var billed = StatusKind.IsOn(watched.Last?.Status) ? " It still starts or runs, and is billed until it is stopped." : "";
        return New(
            ErrorId.WaitTimeout, $"'{watched.Name}' was waited for {waited} and is {status}.{billed}",
            billed.Length > 0 ? $"Wait on (Wait-RKModel {watched.Name}), or stop it: Stop-RKModel {watched.Arn}" : $"Wait on (Wait-RKModel {watched.Name}), or give a longer -Timeout.");
    }

    private static string Reason(Model model) => string.IsNullOrEmpty(model.StatusMessage) ? "" : $" The service says: {Sentence.Of(model.StatusMessage)}";

    private static string Running(IReadOnlyList<Model> running) => running.Count == 0
        ? "Get-RKModel lists what is running."
        : $"On are: {string.Join("; ", running.Select(model => Invariant($"{model.Name} {VisibleText.Of(model.Status)}, about {model.HourlyCost:0.00} an hour")))}.";

    private static CustomLabelsError New(ErrorId id, string message, string action) => new(id, message.TrimEnd(), action) { Scope = ErrorScope.Model };
}
