namespace System.Diagnostics.CodeAnalysis;

/// <summary>Tells the compiler when an <c>out</c> is not null.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    /// <summary>What the method returns then.</summary>
    public bool ReturnValue { get; } = returnValue;
}
