namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks a parameter that is not null when the method returns this.</summary>
[Microsoft.CodeAnalysis.Embedded]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    /// <summary>What the method returns then.</summary>
    public bool ReturnValue { get; } = returnValue;
}
