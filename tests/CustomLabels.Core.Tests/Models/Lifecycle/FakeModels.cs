using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CustomLabels.Api;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Transport;
using CustomLabels.Arns;
using CustomLabels.Models;
using CustomLabels.Tests;

namespace CustomLabels.Core.Tests.Models.Lifecycle;

/// <summary>The service's side of models, told step by step: each has statuses by the clock, and a start or a stop is answered as a test says.</summary>
internal sealed class FakeModels : IServiceTransport
{
    private readonly Dictionary<string, Func<TimeSpan, string?>> _models = new(StringComparer.Ordinal);

    public FakeModels() => Client = new ModelClient(new ControlPlane(this, new ServiceCaller(new RetryPolicy(maxAttempts: 1, TimeSpan.FromMinutes(5), new Random(1)), Clock), SilentLog.Instance));

    public ManualClock Clock { get; } = new();

    public ModelClient Client { get; }

    /// <summary>Answers StartProjectVersion: the status, or an exception.</summary>
    public Func<string> Start { get; set; } = () => throw new ServiceException(ErrorCodes.ResourceInUseException, "In use.");

    /// <summary>Answers StopProjectVersion.</summary>
    public Func<string> Stop { get; set; } = () => throw new ServiceException(ErrorCodes.ResourceInUseException, "In use.");

    /// <summary>What each request asked, and when.</summary>
    public List<(string Operation, TimeSpan Time)> Calls { get; } = [];

    /// <summary>Fails a call, by its operation and the time.</summary>
    public Func<string, TimeSpan, Exception?> Trouble { get; set; } = static (_, _) => null;

    public Uri Endpoint { get; } = new("http://127.0.0.1:9/");

    public static Exception Lost() => new TransportException(TransportFailure.Broken, "It broke.");

    public static Exception Refused(string code) => new ServiceException(code, "Said so.");

    public static ProjectVersionArn Arn(string name) => ProjectVersionArn.Parse($"arn:aws:rekognition:us-east-1:123456789012:project/{name.Replace("/", "/version/", StringComparison.Ordinal)}/1");

    /// <summary>A model whose status is that of the last step whose second has come; null for none at all.</summary>
    public CustomLabels.Model Add(string name, params (double Second, string? Status)[] steps) => Add(name, time => steps.Last(step => step.Second <= time.TotalSeconds).Status);

    public CustomLabels.Model Add(string name, Func<TimeSpan, string?> status)
    {
        _models[name] = status;
        return CustomLabels.Model.Of(new ProjectVersionDescription { ProjectVersionArn = Arn(name).Text, Status = status(Clock.Elapsed) })!;
    }

    /// <summary>The tags, of whatever model.</summary>
    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public int Count(string operation) => Calls.Count(call => call.Operation == operation);

    public Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add((call.Operation.Name, Clock.Elapsed));
        if (Trouble(call.Operation.Name, Clock.Elapsed) is { } trouble) throw trouble;
        using var body = JsonDocument.Parse(Text(call.Body));
        return Task.FromResult(new ServiceAnswer(200, JsonSerializer.SerializeToUtf8Bytes(Answer(call.Operation.Name, body.RootElement))));
    }

    public void Dispose()
    {
    }

    private static string Text(Stream body)
    {
        using var reader = new StreamReader(body);
        return reader.ReadToEnd();
    }

    private object Answer(string operation, JsonElement request) => operation switch
    {
        "StartProjectVersion" => new { Status = Start() },
        "StopProjectVersion" => new { Status = Stop() },
        "ListTagsForResource" => new { Tags },
        "TagResource" => Tag(request),
        "UntagResource" => Untag(request),
        "DescribeProjects" => new
        {
            ProjectDescriptions = _models.Keys.Select(name => name.Split('/')[0]).Distinct(StringComparer.Ordinal)
                .Where(name => !request.TryGetProperty("ProjectNames", out var names) || names[0].GetString() == name)
                .Select(name => new { ProjectArn = $"arn:aws:rekognition:us-east-1:123456789012:project/{name}/1" }),
        },
        _ => new
        {
            ProjectVersionDescriptions = _models
                .Where(model => request.GetProperty("ProjectArn").GetString()!.EndsWith($":project/{model.Key.Split('/')[0]}/1", StringComparison.Ordinal))
                .Where(model => !request.TryGetProperty("VersionNames", out var names) || names.EnumerateArray().Any(name => name.GetString() == model.Key.Split('/')[1]))
                .Select(model => new { ProjectVersionArn = Arn(model.Key).Text, Status = model.Value(Clock.Elapsed), StatusMessage = "Why.", MinInferenceUnits = 1 })
                .Where(model => model.Status is not null).ToArray(),
        },
    };

    private object Tag(JsonElement request)
    {
        foreach (var tag in request.GetProperty(nameof(Tags)).EnumerateObject()) Tags[tag.Name] = tag.Value.GetString()!;
        return new { };
    }

    private object Untag(JsonElement request)
    {
        foreach (var key in request.GetProperty("TagKeys").EnumerateArray()) Tags.Remove(key.GetString()!);
        return new { };
    }
}
