namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks a constructor that sets all <c>required</c> members, such as the one by which a record copies itself.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class SetsRequiredMembersAttribute : Attribute;
