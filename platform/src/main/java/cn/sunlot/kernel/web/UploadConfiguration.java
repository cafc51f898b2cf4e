package cn.sunlot.kernel.web;

import cn.sunlot.kernel.files.WorkFolder;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the server keeps what is being uploaded, in the clear, until it is taken. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

  @Bean
  MultipartConfigElement uploads(MultipartProperties settings, WorkFolder work) {
    MultipartConfigElement limits = settings.createMultipartConfig();
    return new MultipartConfigElement(
        work.path().toString(),
        limits.getMaxFileSize(),
        limits.getMaxRequestSize(),
        limits.getFileSizeThreshold());
  }
}
