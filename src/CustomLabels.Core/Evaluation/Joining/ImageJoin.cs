using System;
using System.Collections.Generic;
using System.Linq;
using CustomLabels.Images;

namespace CustomLabels.Evaluation.Joining;

/// <summary>Finds the truth of each answer: by path, by place in S3, by the name below the pictures' folder, and last by the name alone where only one picture has it.</summary>
internal sealed class ImageJoin
{
    private readonly Answer?[] _found;
    private readonly Dictionary<string, List<int>> _places = new(ImageLocation.Comparer);
    private readonly Dictionary<string, List<int>> _names = new(ImageLocation.Comparer);
    private readonly Dictionary<string, List<int>> _bases = new(ImageLocation.Comparer);

    private ImageJoin(IReadOnlyList<ImageAnnotation> truth)
    {
        _found = new Answer?[truth.Count];
        for (var i = 0; i < truth.Count; i++)
        {
            foreach (var place in Places(truth[i].LiteralPath, truth[i].Bucket, truth[i].Key))
            {
                if (Add(_places, place, i).Count > 1) throw new CustomLabelsException(EvaluationErrors.TwoTruths(place));
            }

            var name = NameOf(truth[i].Image);
            if (Add(_names, name, i).Count > 1 && truth[i].LiteralPath is null && truth[i].Bucket is null) throw new CustomLabelsException(EvaluationErrors.TwoTruths(name));
            Add(_bases, BaseOf(name), i);
        }
    }

    /// <summary>Brings them together.</summary>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.ImageAmbiguous"/>: two truths or two answers are of one picture, or may be.</exception>
    public static JoinedImages Join(IReadOnlyList<ImageAnnotation> truth, IReadOnlyList<Answer> answers)
    {
        var join = new ImageJoin(truth);
        var rest = answers.Where(answer => !join.TakePlace(answer)).ToArray();
        rest = rest.Where(answer => !join.TakeName(answer)).ToArray();
        var unknown = join.TakeBases(rest);
        var images = new List<MeasuredImage>();
        var unanswered = new List<string>();
        for (var i = 0; i < truth.Count; i++)
        {
            if (join._found[i] is { IsFailed: false } answer) images.Add(new MeasuredImage(truth[i], answer));
            else unanswered.Add(truth[i].Image);
        }

        return new JoinedImages(images, unanswered, unknown.Select(answer => answer.Name).ToArray(), answers.Count(answer => answer.IsFailed), truth.Count, answers.Count(answer => !answer.IsFailed));
    }

    private static IEnumerable<string> Places(string? path, string? bucket, string? key)
    {
        if (path is not null) yield return path;
        if (ImageLocation.OfS3(bucket, key) is { } place) yield return place;
    }

    private static List<int> Add(Dictionary<string, List<int>> places, string name, int place)
    {
        if (!places.TryGetValue(name, out var list)) places.Add(name, list = []);
        list.Add(place);
        return list;
    }

    private static string NameOf(string image) => image.Replace('\\', '/');

    private static string BaseOf(string name) => name.Substring(name.LastIndexOf('/') + 1);

    private bool TakePlace(Answer answer)
    {
        foreach (var place in Places(answer.LiteralPath, answer.Bucket, answer.Key))
        {
            if (!_places.TryGetValue(place, out var list)) continue;
            Take(list[0], answer);
            return true;
        }

        return false;
    }

    // The name below the pictures' folder is how a path or a key ends, with a folder at least: the longest ending counts.
    private bool TakeName(Answer answer)
    {
        var whole = NameOf(answer.LiteralPath is not null && !answer.IsNameWhole ? answer.LiteralPath : answer.Name);
        for (var start = 0; start >= 0; start = Next(whole, start))
        {
            var name = whole.Substring(start);
            if (name.IndexOf('/') < 0 && !(start == 0 && answer.IsNameWhole)) return false;
            if (!_names.TryGetValue(name, out var list) || list.Count > 1) continue;
            Take(list[0], answer);
            return true;
        }

        return false;
    }

    private static int Next(string name, int start) => name.IndexOf('/', start) + 1 is > 0 and var next ? next : -1;

    private List<Answer> TakeBases(Answer[] answers)
    {
        var unknown = new List<Answer>();
        foreach (var same in answers.GroupBy(answer => BaseOf(NameOf(answer.Name)), ImageLocation.Comparer))
        {
            var free = _bases.TryGetValue(same.Key, out var list) ? list.Where(place => _found[place] is null).ToArray() : [];
            if (free.Length == 0) unknown.AddRange(same);
            else if (list!.Count > 1 || same.Count() > 1) throw new CustomLabelsException(EvaluationErrors.NameAmbiguous(same.Key, list.Count, same.Count()));
            else Take(free[0], same.First());
        }

        return unknown;
    }

    private void Take(int place, Answer answer)
    {
        if (_found[place] is not null) throw new CustomLabelsException(EvaluationErrors.TwoAnswers(answer.LiteralPath ?? answer.Name));
        _found[place] = answer;
    }
}
