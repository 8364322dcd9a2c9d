using System;
using static System.FormattableString;

namespace CustomLabels.Usage;

/// <summary>Errors and warnings of measuring usage.</summary>
internal static class UsageErrors
{
    public static CustomLabelsError TimeReversed(DateTime start, DateTime end) => new(
        ErrorId.RequestInvalid, Invariant($"-StartTime is {start:u} and not before -EndTime, {end:u}."), "Give a -StartTime that is earlier, or leave one of them out.") { Scope = ErrorScope.Run };

    /// <summary>Whether an error of CloudWatch is one that usage can be told in spite of: denied, or no CloudWatch at this endpoint or on this network.</summary>
    public static bool IsPassedOver(CustomLabelsError error) =>
        error.Id is ErrorId.AccessDenied or ErrorId.EndpointUnreachable or ErrorId.RetriesExhausted || (error.Id == ErrorId.RequestInvalid && error.Code == "UnknownOperationException");

    public static string MetricsUnread(CustomLabelsError error, string region) =>
        $"The metrics in {VisibleText.Of(region)} can't be read, so usage there is what leases and journals of this machine tell. {Sentence.Of(error.Message)} {error.RecommendedAction}";

    public static string Incomplete(string name) => $"CloudWatch gave only a part of the points of '{VisibleText.Of(name)}': it may have been used more. Run again later.";

    public static string TooOld() => Invariant($"CloudWatch keeps metrics for {MetricSlice.Longest.TotalDays} days: of the time before there is nothing.");
}
