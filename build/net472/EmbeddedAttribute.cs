using System;

namespace Microsoft.CodeAnalysis;

/// <summary>Keeps a type to its own assembly, also from friends: each assembly that is built for .NET Framework compiles these types for itself.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
