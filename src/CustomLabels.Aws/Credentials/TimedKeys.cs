using System;
using Amazon.Runtime;

namespace CustomLabels.Aws.Credentials;

/// <summary>Keys, and until when they can be used again without asking.</summary>
/// <param name="Keys">What to sign with.</param>
/// <param name="Expires">UTC. <see cref="DateTime.MaxValue"/>: never ask again; <see cref="DateTime.MinValue"/>: ask for every request.</param>
internal readonly record struct TimedKeys(ImmutableCredentials Keys, DateTime Expires);
