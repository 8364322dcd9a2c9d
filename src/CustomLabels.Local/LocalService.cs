using System.Linq;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Detection.Journal;
using CustomLabels.Local.Account;
using CustomLabels.Local.Http;
using CustomLabels.Local.Operations;
using CustomLabels.Local.Signing;
using CustomLabels.Local.Trouble;
using CustomLabels.Time;

namespace CustomLabels.Local;

/// <summary>Puts the service together: its operations, their quotas, its troubles and its pages.</summary>
internal static class LocalService
{
    /// <summary>Makes the service.</summary>
    /// <param name="options">The options, checked.</param>
    /// <param name="account">The models.</param>
    /// <param name="journal">Answers of another time; null for none.</param>
    /// <param name="seed">Decides what happens at random.</param>
    /// <param name="counters">Where to count.</param>
    /// <param name="clock">The time.</param>
    public static IHttpHandler Create(LocalEndpointOptions options, AwsAccount account, JournalAnswers? journal, int seed, RequestCounters counters, IClock clock)
    {
        var latency = new Latency(options.Latency, options.LatencyP99, seed, clock);
        var troubles = new TroubleMaker(options.Troubles, seed, new ImageNames(account), counters, clock);
        var keys = SigningKeys.Of(options.AccessKey, options.SecretKey, options.SessionToken);
        var authentication = new Authentication(keys is null ? null : new SignatureVerifier(keys, account.Region, clock), options.AllowUnsigned);
        var unknown = new UnknownImages(counters);
        var operations = ServedOperations.Of(account, journal, options.MaxImageByteCount, unknown);
        OptionCheck.CheckOperations(options.Troubles, operations);
        return new StatusPages(new ServiceHandler(operations.Select(operation => Throttle(operation, options, clock)), latency, troubles, authentication, counters), counters, account, unknown);
    }

    /// <summary>AWS has one quota for detection and one for each operation of the control plane (AWS general reference, "Amazon Rekognition endpoints and quotas"). CloudWatch has its own,
    /// ten times as high.</summary>
    private static IOperation Throttle(IOperation operation, LocalEndpointOptions options, IClock clock)
    {
        if (operation.Api.Service != AwsService.Rekognition) return operation;
        var tps = operation.Api == RekognitionOperations.DetectCustomLabels ? options.AccountTps : options.ControlPlaneTps;
        return tps is { } limit ? new ThrottledOperation(operation, limit, options.Burst, clock) : operation;
    }
}
