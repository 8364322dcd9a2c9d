using System.Collections.Generic;

namespace CustomLabels.Annotations.Yolo;

/// <summary>A YOLO set: what its class numbers mean, and where its images are.</summary>
/// <param name="Root">The folder that paths are below.</param>
/// <param name="Names">The labels by class number.</param>
/// <param name="Places">Folders of images or lists of them, as they are written, with the name of the part (train, val …) that each is.</param>
internal sealed record YoloSet(string Root, IReadOnlyDictionary<int, string> Names, IReadOnlyList<(string Part, string Written)> Places);
