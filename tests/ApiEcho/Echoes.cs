using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using CustomLabels.Api.Generated;
using CustomLabels.Api.Generated.CloudWatch;
using CustomLabels.Api.Transport;

namespace CustomLabels.Testing;

/// <summary>What echoes each operation of the lists: a new one is there by itself.</summary>
internal static class Echoes
{
    /// <summary>Makes one for each operation.</summary>
    public static IReadOnlyDictionary<string, IEcho> ByName() => new[] { typeof(RekognitionOperations), typeof(CloudWatchOperations) }
        .SelectMany(list => list.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .ToDictionary(property => property.Name, property => Of(property.GetValue(null)!), StringComparer.Ordinal);

    private static IEcho Of(object operation) => operation switch
    {
        ServiceOperation { Name: nameof(RekognitionOperations.DetectCustomLabels) } => new DetectionEcho(),
        ServiceOperation other => throw new NotSupportedException($"The codec of {other.Name} is written by hand: say here which it is."),
        _ => (IEcho)Activator.CreateInstance(typeof(OperationEcho<,>).MakeGenericType(operation.GetType().GetGenericArguments()), operation)!,
    };
}
