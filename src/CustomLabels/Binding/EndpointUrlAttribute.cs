using System;
using System.Management.Automation;

namespace CustomLabels.Binding;

/// <summary>Refuses what is not the address of an HTTP server, before anything is sent to it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EndpointUrlAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not Uri { IsAbsoluteUri: true } url || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            throw new ValidationMetadataException($"'{VisibleText.Of(arguments?.ToString())}' is not an endpoint. Allowed: a URL such as https://rekognition.eu-west-1.amazonaws.com or http://127.0.0.1:8080.");
    }
}
