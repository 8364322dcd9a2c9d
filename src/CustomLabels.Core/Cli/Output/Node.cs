namespace CustomLabels.Cli.Output;

/// <summary>A part of an answer: a structure, a list, or a text or number. The CLI prints every answer by its form alone.</summary>
internal abstract class Node
{
}
