using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CustomLabels.Annotations.Content;
using CustomLabels.Images;

namespace CustomLabels.Annotations.LabelStudio;

/// <summary>Reads a JSON export of Label Studio: rectangles in percent, and choices for the whole image. What a person said counts; a model's predictions only where nobody did.</summary>
internal sealed class LabelStudioReader : IAnnotationReader
{
    private const string LocalFiles = "?d=";

    /// <inheritdoc/>
    public AnnotationFormat Format => AnnotationFormat.LabelStudio;

    /// <inheritdoc/>
    public IEnumerable<ImageAnnotation> Read(AnnotationInput input)
    {
        using var items = new JsonItemReader(input.Content);
        while (items.Read())
        {
            if (items.Member is not null) throw items.Bad("it is no list of tasks");
            using var task = items.ParseItem();
            yield return Read(input, task.RootElement, items);
        }
    }

    private static ImageAnnotation Read(AnnotationInput input, JsonElement task, JsonItemReader items)
    {
        try
        {
            var written = ImageOf(task) ?? throw items.Bad("a task has no data with an image");
            var s3 = S3Uri.IsS3Uri(written) && written.IndexOf('/', S3Uri.Scheme.Length) is var slash and > 0 ? (written.Substring(S3Uri.Scheme.Length, slash - S3Uri.Scheme.Length), written.Substring(slash + 1)) : ((string, string)?)null;
            var image = new ImageAnnotationBuilder(input, s3?.Item2 ?? FileName(written), items.Line) { S3 = s3 };
            var results = Results(task, image, items);
            var sized = results.FirstOrDefault(result => JsonText.Pixels(result, "original_width") is not null);
            image.Locate(JsonText.Pixels(sized, "original_width"), JsonText.Pixels(sized, "original_height"), s3 is null ? [input.Content.Folder] : []);
            var reader = new LabelStudioResult(image, items);
            foreach (var result in results) reader.Add(result);
            return image.Build();
        }
        catch (InvalidOperationException e)
        {
            throw items.Bad(e.Message);
        }
    }

    /// <summary>What was said of an image, by whom it counts.</summary>
    private static List<JsonElement> Results(JsonElement task, ImageAnnotationBuilder image, JsonItemReader items)
    {
        var people = ((JsonText.List(task, "annotations") ?? JsonText.List(task, "completions"))?.ToList() ?? [])
            .Where(set => JsonText.Member(set, "was_cancelled") is not { ValueKind: JsonValueKind.True }).ToList();
        var models = JsonText.List(task, "predictions")?.Where(set => set.ValueKind == JsonValueKind.Object).ToList() ?? [];
        if (people.Count > 0)
        {
            var counts = people.Count == 1 ? people[0] : Chosen(people) ?? throw items.Bad($"a task has {people.Count} annotations, and nothing tells which of them counts (ground_truth, updated_at)");
            if (people.Count > 1) image.Report(AnnotationChangeCode.AnnotationLeftOut, $"It has {people.Count} annotations, by several people perhaps; the one that is marked as ground truth counts, or else the newest.");
            if (models.Count > 0) image.Report(AnnotationChangeCode.PredictionLeftOut, "It has predictions beside an annotation; they are left out.");
            return JsonText.List(counts, "result")?.ToList() ?? throw items.Bad("an annotation has no list of results");
        }

        return models.Count == 0 ? [] : JsonText.List(models[models.Count - 1], "result")?.ToList() ?? [];
    }

    /// <summary>The annotation that counts of several; null where nothing tells.</summary>
    private static JsonElement? Chosen(List<JsonElement> people)
    {
        var marked = people.Where(set => JsonText.Member(set, "ground_truth") is { ValueKind: JsonValueKind.True }).ToList();
        if (marked.Count == 1) return marked[0];
        // Dates of ISO 8601 in UTC: the later text is the later time.
        var dated = people.Select(set => (Set: set, Date: JsonText.Text(set, "updated_at") ?? JsonText.Text(set, "created_at"))).OrderByDescending(one => one.Date, StringComparer.Ordinal).ToList();
        return dated.All(one => one.Date is not null) && dated[0].Date != dated[1].Date ? dated[0].Set : null;
    }

    /// <summary>The image of a task: the member that is called image, or else the first text in its data that names a picture.</summary>
    private static string? ImageOf(JsonElement task)
    {
        if (JsonText.Member(task, "data") is not { ValueKind: JsonValueKind.Object } data) return null;
        return JsonText.Text(data, "image") ?? data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString()!).FirstOrDefault(ImageFiles.IsImage);
    }

    /// <summary>The name of an image that was served over HTTP: that of its file.</summary>
    private static string FileName(string written)
    {
        var local = written.IndexOf(LocalFiles, StringComparison.Ordinal);
        if (local >= 0) return Uri.UnescapeDataString(written.Substring(local + LocalFiles.Length));
        var isUrl = written.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || written.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isUrl && !written.StartsWith("/data/", StringComparison.Ordinal)) return written;
        var query = written.IndexOf('?');
        var path = query < 0 ? written : written.Substring(0, query);
        return Uri.UnescapeDataString(path.Substring(path.LastIndexOf('/') + 1));
    }
}
