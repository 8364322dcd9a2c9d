using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CustomLabels.Evaluation.Matching;

namespace CustomLabels.Core.Tests.Evaluation;

/// <summary>Truth and detections in COCO's form as a set, with every number as it is in the file.</summary>
internal static class CocoCase
{
    /// <summary>The names that the oracle's figures have in expected files, in the order of the twelve.</summary>
    public static readonly string[] Figures = ["AP", "AP50", "AP75", "APsmall", "APmedium", "APlarge", "AR1", "AR10", "AR100", "ARsmall", "ARmedium", "ARlarge"];

    /// <summary>Parses a file of the shared folder.</summary>
    public static JsonElement File(string path) => JsonDocument.Parse(System.IO.File.ReadAllText(SharedFolder.PathOf("golden/" + path))).RootElement;

    /// <summary>The set. Images are in the order of their ids; those of detections with a list of their own are joined by name.</summary>
    public static EvaluationSet Of(JsonElement truth, JsonElement found)
    {
        var images = truth.GetProperty("images").EnumerateArray().OrderBy(image => image.GetProperty("id").GetInt64()).ToArray();
        var names = images.Select((image, i) => (Name: Path.GetFileNameWithoutExtension(image.GetProperty("file_name").GetString()!), i)).ToDictionary(pair => pair.Name, pair => pair.i);
        var imageIds = images.Select((image, i) => (Id: image.GetProperty("id").GetInt64(), i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var labels = truth.GetProperty("categories").EnumerateArray().Select(category => category.GetProperty("name").GetString()!).ToArray();
        var labelIds = Ids(truth, "categories", "name", name => Array.IndexOf(labels, name));
        var truths = truth.GetProperty("annotations").EnumerateArray().Select(item => new TruthBox(
            imageIds[item.GetProperty("image_id").GetInt64()], labelIds[item.GetProperty("category_id").GetInt64()], Box(item), item.GetProperty("area").GetDouble(), item.GetProperty("iscrowd").GetInt32() != 0)).OrderBy(box => box.Image).ToArray();
        var list = found;
        if (found.ValueKind == JsonValueKind.Object)
        {
            imageIds = Ids(found, "images", "file_name", name => names[Path.GetFileNameWithoutExtension(name)]);
            labelIds = Ids(found, "categories", "name", name => Array.IndexOf(labels, name));
            list = found.GetProperty("annotations");
        }

        var founds = list.EnumerateArray().Select((item, i) => new FoundBox(
            imageIds[item.GetProperty("image_id").GetInt64()], labelIds[item.GetProperty("category_id").GetInt64()], Box(item), item.GetProperty("score").GetDouble(), i));
        return new EvaluationSet(images.Length, labels, truths, founds.OrderBy(box => box.Image).ToArray());
    }

    private static Dictionary<long, int> Ids(JsonElement file, string list, string name, Func<string, int> place) =>
        file.GetProperty(list).EnumerateArray().ToDictionary(item => item.GetProperty("id").GetInt64(), item => place(item.GetProperty(name).GetString()!));

    private static Box Box(JsonElement item)
    {
        var box = item.GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()).ToArray();
        return new Box(box[0], box[1], box[2], box[3]);
    }
}
