using System;
using Xunit;

namespace CustomLabels.Core.Tests.Guards;

/// <summary>A test against Microsoft's schema of tasks, where somebody has brought it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TaskSchemaFactAttribute : FactAttribute
{
    public TaskSchemaFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(TaskDefinitionTests.SchemaVariable) is not { Length: > 0 }) Skip = $"{TaskDefinitionTests.SchemaVariable} names no file with Microsoft's schema of tasks.";
    }
}
