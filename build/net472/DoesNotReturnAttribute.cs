namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks a method that only ends by an exception.</summary>
[Microsoft.CodeAnalysis.Embedded]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DoesNotReturnAttribute : Attribute;
