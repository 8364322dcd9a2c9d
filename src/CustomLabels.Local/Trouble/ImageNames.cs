using System;
using System.Linq;
using CustomLabels.Api.Transport;
using CustomLabels.Detection.Protocol;
using CustomLabels.Local.Account;

namespace CustomLabels.Local.Trouble;

/// <summary>Which image a DetectCustomLabels request is about.</summary>
internal sealed class ImageNames
{
    private readonly AwsAccount _account;

    /// <summary>The images of an account's models.</summary>
    public ImageNames(AwsAccount account) => _account = account;

    /// <summary>The key of the request's image; null when there is none or nobody knows it.</summary>
    public string? KeyOf(ReadOnlySpan<byte> body)
    {
        try
        {
            var request = DetectRequestReader.Read(body);
            return request.S3Object?.Name
                ?? (request.Bytes is { } bytes ? _account.Models.Select(model => model.Images.ImageOf(bytes)?.Key).FirstOrDefault(key => key is not null) : null);
        }
        catch (ServiceException)
        {
            // Not a request: its own error is the answer.
            return null;
        }
    }
}
