namespace System.Runtime.CompilerServices;

/// <summary>Marks an <c>init</c> accessor for the compiler.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal static class IsExternalInit;
